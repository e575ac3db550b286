module veerstoep.example/instant/gateway

go 1.26.0

require (
	github.com/aws/aws-sdk-go-v2 v1.39.2
	github.com/aws/aws-sdk-go-v2/service/kms v1.45.6
	github.com/twmb/franz-go v1.19.5
	go.opentelemetry.io/otel v1.38.0
)

require github.com/aws/smithy-go v1.23.0 // indirect

import { join } from 'node:path'
import { expect, test } from 'vitest'
import { knowledgeFiles } from '#workspace/knowledge-files.ts'
import { readKnowledge } from './knowledge.ts'
import { matcherOf } from './rules.ts'

const { knowledge } = readKnowledge(knowledgeFiles(join(import.meta.dirname, '../../data')).files)
const matcher = matcherOf(knowledge)

/** The families that a model's name belongs to. */
const familiesOf = (name: string): string =>
  [...new Set(matcher.matches('model-name', name).flatMap((match) => (match.owned.folder === 'models' ? [match.owned.id] : [])))].join(' ')

/** Names as they stand in settings, cards, Ollama tags, Hugging Face ids and Bedrock ids, by family. */
const names: Readonly<Record<string, readonly string[]>> = {
  'llama-2': ['llama2', 'llama2:13b', 'meta-llama/Llama-2-7b', 'meta-llama/Llama-2-7b-chat-hf', 'TheBloke/Llama-2-7B-GGUF', 'meta.llama2-13b-chat-v1'],
  'llama-3': ['llama3', 'llama3:8b', 'meta-llama/Meta-Llama-3-8B-Instruct', 'llama-3-70b', 'meta.llama3-8b-instruct-v1:0'],
  'llama-3.1': [
    'meta.llama3-1-8b-instruct-v1:0',
    'meta.llama3-3-70b-instruct-v1:0',
    'llama3.1',
    'llama3.1:8b-instruct-q4_K_M',
    'meta-llama/Llama-3.3-70B-Instruct',
    'llama-3.1-8b-instant',
    'llama-3.3-70b-versatile',
    'accounts/fireworks/models/llama-v3p1-8b-instruct',
    '@cf/meta/llama-3.1-8b-instruct',
  ],
  'llama-3.2': ['eu.meta.llama3-2-3b-instruct-v1:0', 'llama3.2', 'ai/llama3.2', 'ai/llama3.2:latest', 'llama3.2:3b'],
  'llama-3.2-vision': ['llama3.2-vision', 'llama3.2-vision:11b', 'meta-llama/Llama-3.2-11B-Vision-Instruct', 'meta.llama3-2-90b-instruct-v1:0'],
  'llama-4': ['meta-llama/Llama-4-Scout-17B-16E-Instruct', 'llama4:scout', 'meta.llama4-maverick-17b-instruct-v1:0'],
  'code-llama': ['codellama:7b', 'codellama/CodeLlama-7b-hf'],
  'llama-guard': ['llama-guard3', 'meta-llama/Llama-Guard-3-8B'],
  nemotron: ['nvidia/Llama-3.1-Nemotron-70B-Instruct-HF', 'nvidia/Llama-3_1-Nemotron-Ultra-253B-v1', 'nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B'],
  'gpt-4': ['gpt-4o', 'gpt-4o-mini', 'gpt-4', 'gpt-4-turbo-2024-04-09', 'azure/gpt-4o', 'openai/gpt-4o-mini', 'gpt-4.1-nano'],
  'gpt-3.5': ['gpt-35-turbo', 'gpt-3.5-turbo-16k'],
  'gpt-5': ['gpt-5-mini', 'gpt-5.1'],
  'openai-o': ['o3-mini', 'o1', 'openai/o4-mini'],
  'gpt-oss': ['gpt-oss:20b', 'openai/gpt-oss-120b'],
  'openai-embeddings': ['text-embedding-3-small', 'text-embedding-ada-002'],
  'openai-images-and-speech': ['dall-e-3', 'whisper-1'],
  whisper: ['openai/whisper-large-v3', 'Systran/faster-whisper-large-v3', 'large-v3'],
  claude: ['claude-3-5-sonnet-20240620', 'anthropic.claude-3-haiku-20240307-v1:0', 'eu.anthropic.claude-sonnet-4-20250514-v1:0', 'claude-opus-4-5'],
  gemini: ['gemini-2.5-flash', 'models/gemini-1.5-pro'],
  'google-hosted': ['gemini-embedding-001', 'text-embedding-004'],
  gemma: ['gemma:2b', 'gemma2:9b', 'google/gemma-3-27b-it', 'gemma3', 'gemma-3n-e4b', 'codegemma', 'medgemma-4b-it', 'google/gemma-2-9b'],
  'gemma-4': ['gemma-4-31b', 'gemma4:26b'],
  'mistral-open': [
    'mistral',
    'mistral:7b',
    'mistral:latest',
    'mistralai/Mistral-7B-Instruct-v0.2',
    'mistral.mistral-7b-instruct-v0:2',
    'mixtral:8x7b',
    'mistral.mixtral-8x7b-instruct-v0:1',
    'open-mistral-nemo',
    'mistral-nemo',
    'mistralai/Mistral-Nemo-Instruct-2407',
    'mistral-small-latest',
    'mistralai/Mistral-Small-3.2-24B-Instruct-2506',
    'mistral-small3.1',
    'mistralai/Pixtral-12B-2409',
    'devstral',
    'mistralai/Devstral-Small-2507',
    'mistralai/Voxtral-Mini-3B-2507',
    'magistral',
  ],
  'mistral-large': ['mistral-large-latest'],
  'mistral-large-2': ['mistral-large-2411', 'mistralai/Mistral-Large-Instruct-2407', 'mistralai/Pixtral-Large-Instruct-2411', 'mistralai/Ministral-8B-Instruct-2410'],
  'mistral-large-3': ['mistralai/Mistral-Large-3-675B-Instruct-2512'],
  'ministral-3': ['mistralai/Ministral-3-8B-Instruct-2512', 'ministral-3:8b'],
  'codestral-22b': ['codestral', 'codestral:22b', 'mistralai/Codestral-22B-v0.1'],
  'mistral-hosted': ['codestral-latest', 'mistral-medium-latest', 'mistral-embed'],
  'mistral-medium-3.5': ['mistral-medium-3.5'],
  phi: ['phi3:mini', 'microsoft/Phi-4-multimodal-instruct', 'phi4'],
  qwen: ['qwen2.5:7b', 'qwen2.5-coder:7b', 'Qwen/Qwen2.5-72B-Instruct', 'Qwen/Qwen2.5-Coder-32B-Instruct', 'Qwen/Qwen2-VL-7B-Instruct'],
  qwen3: ['qwen3:8b', 'Qwen/Qwen3-235B-A22B-Instruct-2507', 'Qwen/Qwen3-Embedding-8B', 'Qwen/Qwen3.5-397B-A17B', 'qwq'],
  'qwen-hosted': ['qwen-max', 'qwen3-max', 'qwen-plus-latest'],
  deepseek: ['deepseek-r1', 'deepseek-r1:671b', 'deepseek-ai/DeepSeek-V3.2', 'deepseek-chat'],
  'deepseek-r1-distill': ['deepseek-r1:8b', 'deepseek-ai/DeepSeek-R1-Distill-Llama-8B'],
  'deepseek-older': ['deepseek-coder:6.7b', 'deepseek-coder-v2'],
  'deepseek-v4': ['deepseek-ai/DeepSeek-V4-Pro'],
  kimi: ['moonshotai/Kimi-K2.5'],
  glm: ['zai-org/GLM-4.6', 'glm-5'],
  'glm-older': ['THUDM/glm-4-9b-chat'],
  minimax: ['MiniMaxAI/MiniMax-M2.5'],
  granite: ['ibm-granite/granite-3.3-8b-instruct', 'granite3.3:2b'],
  command: ['CohereLabs/c4ai-command-r-plus', 'command-r', 'cohere.command-r-plus-v1:0'],
  'cohere-embed': ['cohere.embed-multilingual-v3', 'embed-english-v3.0'],
  falcon: ['tiiuae/falcon-7b-instruct', 'falcon3:7b'],
  'sentence-transformers': ['all-minilm', 'all-MiniLM-L6-v2', 'sentence-transformers/all-mpnet-base-v2', 'sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2'],
  'nomic-embed': ['nomic-embed-text', 'nomic-ai/nomic-embed-text-v1.5'],
  mxbai: ['mxbai-embed-large'],
  bge: ['BAAI/bge-m3', 'bge-large'],
  e5: ['intfloat/multilingual-e5-large'],
  jina: ['jinaai/jina-embeddings-v3'],
  'jina-v2': ['jinaai/jina-embeddings-v2-base-de'],
  arctic: ['snowflake-arctic-embed'],
  'amazon-nova': ['amazon.nova-lite-v1:0', 'eu.amazon.nova-pro-v1:0', 'amazon.titan-embed-text-v2:0'],
  'stable-diffusion': ['CompVis/stable-diffusion', 'stable-diffusion', 'CompVis/stable-diffusion-v1-4', 'stabilityai/stable-diffusion-2-1'],
  sdxl: ['stabilityai/stable-diffusion-xl-base-1.0'],
  'stable-diffusion-3': ['stabilityai/stable-diffusion-3.5-large'],
  'flux-schnell': ['black-forest-labs/FLUX.1-schnell'],
  flux: ['black-forest-labs/FLUX.1-dev'],
  smollm: ['HuggingFaceTB/SmolLM3-3B', 'ai/smollm2'],
  zephyr: ['HuggingFaceH4/zephyr-7b-beta'],
  starcoder: ['bigcode/starcoder2-15b'],
  bloom: ['bigscience/bloom'],
  tinyllama: ['TinyLlama/TinyLlama-1.1B-Chat-v1.0'],
  llava: ['llava:13b'],
  apertus: ['swiss-ai/Apertus-8B-Instruct-2509'],
  eurollm: ['utter-project/EuroLLM-9B-Instruct'],
  teuken: ['openGPT-X/Teuken-7B-instruct-research-v0.4'],
  salamandra: ['BSC-LT/salamandra-7b-instruct'],
  bielik: ['speakleash/Bielik-11B-v2.3-Instruct'],
  fietje: ['BramVanroy/fietje-2-chat'],
  geitje: ['Rijgersberg/GEITje-7B-chat-v2'],
  'opus-mt': ['Helsinki-NLP/opus-mt-nl-en'],
  'spacy-models': ['en_core_web_lg', 'nl_core_news_sm'],
  'flan-t5': ['google/flan-t5-base'],
  bert: ['google-bert/bert-base-uncased'],
  distilbert: ['distilbert-base-uncased'],
  'xlm-roberta': ['FacebookAI/xlm-roberta-base'],
  'meta-speech-and-translation': ['facebook/nllb-200-distilled-600M'],
  grok: ['grok-4'],
  sonar: ['sonar-pro'],
  voyage: ['voyage-3-large'],
  jamba: ['jamba-1.5-large'],
  hunyuan: ['tencent/Hunyuan-A13B-Instruct'],
  yi: ['yi:34b'],
}

for (const [family, list] of Object.entries(names))
  test(`names of ${family} belong to it and to no other family`, () =>
    expect(list.map((name) => `${name} -> ${familiesOf(name)}`)).toEqual(list.map((name) => `${name} -> ${family}`)))

test('a name nobody knows belongs to no family', () => {
  const strangers = [
    'sentence_transformer',
    'sentence-transformers',
    'my-own-model',
    'word-model',
    'line-model',
    'Sentiment Demo',
    'custom',
    'nemo-guardrails',
    'gpt4all',
    'falconry',
    'phishing-detector',
    'solaris',
    'commandline',
    'ayanami',
    'model.bin',
    'resnet50',
  ]
  expect(strangers.filter((name) => familiesOf(name) !== '')).toEqual([])
})

test('a licence is said to belong to a checkpoint', () => {
  const silent = [...knowledge.models].flatMap(([id, one]) => (one.sources.every((source) => source.note?.includes('checkpoint')) ? [] : [id]))
  expect(silent).toEqual([])
})

test('of a proprietary model the weights cannot be had', () => {
  const wrong = [...knowledge.models].flatMap(([id, one]) => (one.licenceClass === 'proprietary' && one.weightsOpen === 'yes' ? [id] : []))
  expect(wrong).toEqual([])
})

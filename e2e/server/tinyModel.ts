/**
 * The files of the smallest language model there can be, as Hugging Face would serve them: a table that tells for each
 * word which one comes next. It runs in the real runtime, and always says `sentence`: once, or over and over.
 */
export function createTinyModel(
  sentence: string,
  times: 'once' | 'endless' = 'once',
): Readonly<Record<string, Buffer>> {
  const words = ['[EOS]', '[UNK]', 'go', ...new Set(sentence.split(' '))]
  const last = times === 'once' ? '[EOS]' : (sentence.split(' ')[0] ?? '')
  const follow = ['go', ...sentence.split(' '), last]
  const table = words.map((word) => {
    const next = follow[follow.indexOf(word) + 1] ?? '[EOS]'
    return words.map((candidate) => (candidate === next ? 1 : 0))
  })
  const text = (value: unknown) => Buffer.from(JSON.stringify(value))
  return {
    'config.json': text({
      model_type: 'gpt2',
      architectures: ['GPT2LMHeadModel'],
      n_head: 1,
      n_layer: 1,
      n_embd: 1,
      vocab_size: words.length,
      eos_token_id: 0,
    }),
    'generation_config.json': text({ eos_token_id: 0 }),
    'tokenizer_config.json': text({
      tokenizer_class: 'PreTrainedTokenizerFast',
      eos_token: '[EOS]',
      pad_token: '[EOS]',
      unk_token: '[UNK]',
      model_max_length: 1_000,
      // Whatever was asked, its last word is the one that the sentence follows.
      chat_template: "{% for message in messages %}{{ message['content'] + ' ' }}{% endfor %}go",
    }),
    'tokenizer.json': text({
      version: '1.0',
      truncation: null,
      padding: null,
      added_tokens: [
        { id: 0, content: '[EOS]', single_word: false, lstrip: false, rstrip: false, normalized: false, special: true },
      ],
      normalizer: null,
      pre_tokenizer: { type: 'WhitespaceSplit' },
      post_processor: null,
      decoder: { type: 'WordPiece', prefix: '##', cleanup: false },
      model: {
        type: 'WordPiece',
        unk_token: '[UNK]',
        continuing_subword_prefix: '##',
        max_input_chars_per_word: 100,
        vocab: Object.fromEntries(words.map((word, id) => [word, id])),
      },
    }),
    'onnx/model_quantized.onnx': createOnnx(table),
  }
}

const FLOAT = 1
const INT64 = 7

/** An ONNX file of one operation: the rows of a table for the given ids. Source of the field numbers: onnx.proto. */
function createOnnx(table: readonly (readonly number[])[]): Buffer {
  const size = table.length
  const values = Buffer.from(Float32Array.from(table.flat()).buffer)
  const node = message([text(1, 'table'), text(1, 'input_ids'), text(2, 'logits'), text(4, 'Gather')])
  const initializer = message([number(1, size), number(1, size), number(2, FLOAT), text(8, 'table'), bytes(9, values)])
  const graph = message([
    bytes(1, node),
    text(2, 'next-word'),
    bytes(5, initializer),
    bytes(11, valueInfo('input_ids', INT64, ['batch', 'length'])),
    bytes(12, valueInfo('logits', FLOAT, ['batch', 'length', 'words'])),
  ])
  return message([number(1, 8), bytes(7, graph), bytes(8, message([text(1, ''), number(2, 13)]))])
}

function valueInfo(name: string, type: number, dimensions: readonly string[]): Buffer {
  const shape = message(dimensions.map((dimension) => bytes(1, text(2, dimension))))
  return message([text(1, name), bytes(2, bytes(1, message([number(1, type), bytes(2, shape)])))])
}

// Protocol buffers: each field is its number and kind, then the value, with its length where it has one.

function message(fields: readonly Buffer[]): Buffer {
  return Buffer.concat(fields)
}

function number(field: number, value: number): Buffer {
  return Buffer.concat([varint(field * 8), varint(value)])
}

function bytes(field: number, value: Buffer): Buffer {
  return Buffer.concat([varint(field * 8 + 2), varint(value.length), value])
}

function text(field: number, value: string): Buffer {
  return bytes(field, Buffer.from(value))
}

function varint(value: number): Buffer {
  const digits: number[] = []
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...digits, rest])
    digits.push((rest % 128) + 128)
  }
}

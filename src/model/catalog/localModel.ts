/** A model that another program put on this machine. */
export interface LocalModel {
  source: 'Ollama' | 'LM Studio' | 'Hugging Face';
  /** As the program calls it. */
  name: string;
  /** Its graph, a GGUF file or an ONNX graph. */
  path: string;
  bytes: number;
  /** Type of its weights, such as `Q4_K_M` or `fp16`, as far as its program or its name says; else empty. */
  type: string;
}

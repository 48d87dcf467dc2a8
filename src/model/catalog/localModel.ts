/** A model that another program put on this machine. */
export interface LocalModel {
  source: 'Ollama' | 'LM Studio' | 'Hugging Face';
  /** As the program calls it. */
  name: string;
  /** Its graph, a GGUF file or an ONNX graph. */
  path: string;
  bytes: number;
}

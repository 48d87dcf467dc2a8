/** How a model of another format becomes one that can be read; ends of sentences. */

export const OF_PYTORCH =
  'export the model to ONNX with "optimum-cli export onnx --model FOLDER OUT" (pip install "optimum-onnx[onnxruntime]"), or convert it with "convert_hf_to_gguf.py" of llama.cpp';
export const OF_TFLITE =
  'convert it with "python -m tf2onnx.convert --tflite FILE --output model.onnx --opset 17"';
export const ORT_GRAPH =
  "it is in ONNX Runtime's own format, to which nothing can be added: take the .onnx file that it was made from";

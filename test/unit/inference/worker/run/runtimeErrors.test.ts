import { describe, expect, it } from 'vitest';
import { runtimeReason } from '../../../../../src/inference/worker/run/runtimeErrors';

describe('the reason of a runtime error', () => {
  it.each([
    [
      "Non-zero status code returned while running Gather node. Name:'/emb/Gather' Status Message: /onnxruntime_src/onnxruntime/core/providers/cpu/tensor/gather.h:82 onnxruntime::common::Status onnxruntime::GatherCopyData(const onnxruntime::TensorShape&, const uint8_t*, int64_t) indices element out of data bounds, idx=50000 must be within the inclusive range [-128,127]",
      "Non-zero status code returned while running Gather node. Name:'/emb/Gather' indices element out of data bounds, idx=50000 must be within the inclusive range [-128,127]",
    ],
    [
      'Failed to load model because protobuf parsing failed.',
      'Failed to load model because protobuf parsing failed',
    ],
    [
      'Exception during initialization: D:\\a\\_work\\1\\s\\onnxruntime\\core\\optimizer\\initializer.cc:45 onnxruntime::Initializer::Initializer(const onnx::TensorProto &) [ONNXRuntimeError] : model file\nis short',
      'Exception during initialization: [ONNXRuntimeError] : model file is short',
    ],
    [
      'Error at /src/onnxruntime/core/session.cc:7 void onnxruntime::Session::Load() no such graph',
      'Error at no such graph',
    ],
  ])('is one plain sentence without places of the build', (text, reason) => {
    expect(runtimeReason(new Error(text))).toBe(reason);
  });

  it('is bounded and holds nothing that acts in a terminal or page', () => {
    const reason = runtimeReason(new Error(`Invalid name <b>\u001b[31m\u202e${'x'.repeat(2000)}`));
    expect(reason.length).toBeLessThanOrEqual(301);
    expect(reason).not.toMatch(/[<>\p{C}]/u);
  });
});

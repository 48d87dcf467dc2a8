"""Tiny ONNX graphs that write attention in many ways, with PyTorch's maps.

Writes `test/fixtures/zoo/<case>/` with

  model.onnx      random weights, 4 heads of 4
  inputs.json     {"inputs": {NAME: {"dtype", "dims", "data"}}}
  reference.npz   attention.<layer> [batch, heads, queries, keys]; absent for a graph to refuse

Run it with the CPU build of torch, and onnx: `python test/oracle/tinyGraphs.py`. Each module below
computes its maps beside its output, so that the reference is what PyTorch itself multiplied with the values.
"""

import copy
import io
import json
import math
import shutil
import warnings

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper
from torch import nn

from loadBundled import ROOT

warnings.filterwarnings("ignore")
FOLDER = ROOT / "test" / "fixtures" / "zoo"
BATCH, LENGTH, HEADS, SIZE = 2, 7, 4, 4
WIDTH = HEADS * SIZE


class Projected(nn.Module):
    """Queries, keys and values of [batch, tokens, WIDTH]."""

    key_width = WIDTH

    def __init__(self):
        super().__init__()
        self.q, self.o = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.k, self.v = nn.Linear(WIDTH, self.key_width), nn.Linear(WIDTH, self.key_width)

    def split(self, x):
        return x.view(x.shape[0], x.shape[1], -1, SIZE).transpose(1, 2)

    def scores(self, x):
        return self.split(self.q(x)) @ self.split(self.k(x)).transpose(2, 3) / math.sqrt(SIZE)

    def weigh(self, weights, x):
        return self.o((weights @ self.split(self.v(x))).transpose(1, 2).reshape(x.shape)), weights


class Plain(Projected):
    def forward(self, x):
        return self.weigh(torch.softmax(self.scores(x), -1), x)


class MergedBatchAndHeads(Projected):
    def forward(self, x):
        b, n, _ = x.shape
        flat = lambda t: self.split(t).reshape(b * HEADS, n, SIZE)
        w = torch.softmax(torch.bmm(flat(self.q(x)), flat(self.k(x)).transpose(1, 2)) / 2, -1)
        out = torch.bmm(w, flat(self.v(x))).view(b, HEADS, n, SIZE).transpose(1, 2).reshape(x.shape)
        return self.o(out), w.view(b, HEADS, n, n)


class MergedHeadsFirst(Projected):
    """Heads before batch, tokens cut apart and put side by side."""

    def forward(self, x):
        b, n, _ = x.shape
        flat = lambda t: torch.cat(t.split(SIZE, -1), 0)
        w = torch.softmax(flat(self.q(x)) @ flat(self.k(x)).transpose(1, 2) / 2, -1)
        out = torch.cat((w @ flat(self.v(x))).split(b, 0), -1)
        return self.o(out), w.view(HEADS, b, n, n).transpose(0, 1)


class KeysBeforeQueries(Projected):
    def forward(self, x):
        w = torch.softmax(self.scores(x).transpose(2, 3).contiguous(), -2)
        out = self.split(self.v(x)).transpose(2, 3) @ w
        return self.o(out.permute(0, 3, 1, 2).reshape(x.shape)), w.transpose(2, 3)


class HeadsLast(Projected):
    def forward(self, x):
        parts = lambda t: t.view(*t.shape[:2], HEADS, SIZE)
        w = torch.softmax(torch.einsum("bqhd,bkhd->bqkh", parts(self.q(x)), parts(self.k(x))), 2)
        out = torch.einsum("bqkh,bkhd->bqhd", w, parts(self.v(x)))
        return self.o(out.reshape(x.shape)), w.permute(0, 3, 1, 2)


class GroupedHeads(Projected):
    """Two key heads with two query heads each, on five axes."""

    key_width = 2 * SIZE

    def forward(self, x):
        b, n, _ = x.shape
        q = self.q(x).view(b, n, 2, 2, SIZE).permute(0, 2, 3, 1, 4)
        k, v = (p(x).view(b, n, 2, 1, SIZE).permute(0, 2, 3, 1, 4) for p in (self.k, self.v))
        w = torch.softmax(q @ k.transpose(-1, -2) / 2, -1)
        return self.o((w @ v).permute(0, 3, 1, 2, 4).reshape(x.shape)), w.reshape(b, HEADS, n, n)


class HeadsAmongQueries(Projected):
    """One key head: all queries of all heads in one axis."""

    key_width = SIZE

    def forward(self, x):
        b, n, _ = x.shape
        w = torch.softmax(torch.bmm(self.q(x).view(b, n * HEADS, SIZE), self.k(x).transpose(1, 2)), -1)
        return self.o(torch.bmm(w, self.v(x)).view(x.shape)), w.view(b, n, HEADS, n).transpose(1, 2)


class HeadByHead(Projected):
    def forward(self, x):
        q, k, v = (p(x).split(SIZE, -1) for p in (self.q, self.k, self.v))
        maps = [torch.softmax(a @ b.transpose(1, 2) / 2, -1) for a, b in zip(q, k)]
        return self.o(torch.cat([m @ c for m, c in zip(maps, v)], -1)), torch.stack(maps, 1)


class Causal(Projected):
    def forward(self, x):
        n = x.shape[1]
        later = torch.arange(n)[None] > torch.arange(n)[:, None]
        return self.weigh(torch.softmax(self.scores(x).masked_fill(later, -1e9), -1), x)


class SpelledOutSoftmax(Projected):
    def forward(self, x):
        s = self.scores(x)
        e = torch.exp(s - s.max(-1, keepdim=True)[0])
        return self.weigh(e / e.sum(-1, keepdim=True), x)


class WithSink(Projected):
    def __init__(self):
        super().__init__()
        self.sink = nn.Parameter(torch.zeros(1, HEADS, 1, 1))

    def forward(self, x):
        s = self.scores(x)
        padded = torch.cat([s, self.sink.expand(s.shape[0], HEADS, s.shape[2], 1)], -1)
        return self.weigh(torch.softmax(padded, -1)[..., :-1], x)


class MixedHeads(Projected):
    """Heads mixed before and after the softmax."""

    def __init__(self):
        super().__init__()
        self.before, self.after = nn.Linear(HEADS, HEADS), nn.Linear(HEADS, HEADS)

    def forward(self, x):
        mix = lambda layer, s: layer(s.permute(0, 2, 3, 1)).permute(0, 3, 1, 2)
        return self.weigh(mix(self.after, torch.softmax(mix(self.before, self.scores(x)), -1)), x)


class SigmoidWeights(Projected):
    def forward(self, x):
        return self.weigh(torch.sigmoid(self.scores(x) - 2), x)


class NormalisedLate(Projected):
    """Exponentials times values, divided afterwards: no tensor holds the map."""

    def forward(self, x):
        e = torch.exp(self.scores(x))
        out = (e @ self.split(self.v(x))) / e.sum(-1, keepdim=True)
        return self.o(out.transpose(1, 2).reshape(x.shape)), None


class InTwoPieces(Projected):
    def forward(self, x):
        w, v, half = torch.softmax(self.scores(x), -1), self.split(self.v(x)), LENGTH // 2
        out = w[..., :half] @ v[:, :, :half] + w[..., half:] @ v[:, :, half:]
        return self.o(out.transpose(1, 2).reshape(x.shape)), None


class OverFeatures(Projected):
    def forward(self, x):
        q, k, v = (self.split(p(x)).transpose(2, 3) for p in (self.q, self.k, self.v))
        out = torch.softmax(q @ k.transpose(2, 3), -1) @ v
        return self.o(out.permute(0, 3, 1, 2).reshape(x.shape)), None


class KeepsLargest(Projected):
    """A softmax over the three largest scores, scattered back to all keys."""

    def forward(self, x):
        largest, places = self.scores(x).topk(3, -1)
        w = torch.zeros_like(self.scores(x)).scatter(-1, places, torch.softmax(largest, -1))
        out = w @ self.split(self.v(x))
        return self.o(out.transpose(1, 2).reshape(x.shape)), None


class LinearAttention(Projected):
    def forward(self, x):
        q, k = torch.relu(self.split(self.q(x))) + 1, torch.relu(self.split(self.k(x))) + 1
        out = q @ (k.transpose(2, 3) @ self.split(self.v(x))) / (q @ k.sum(2).unsqueeze(-1))
        return self.o(out.transpose(1, 2).reshape(x.shape)), None


class WeightedExperts(nn.Module):
    """A router's softmax, multiplied with what the experts give."""

    def __init__(self):
        super().__init__()
        self.router, self.experts = nn.Linear(WIDTH, 3), nn.ModuleList(nn.Linear(WIDTH, WIDTH) for _ in range(3))

    def forward(self, x):
        w = torch.softmax(self.router(x), -1)
        return (w.unsqueeze(2) @ torch.stack([e(x) for e in self.experts], 2)).squeeze(2), None


class TokenPooling(nn.Module):
    """One learned weight per token: a softmax over tokens of a projection."""

    def __init__(self):
        super().__init__()
        self.score = nn.Linear(WIDTH, 1)

    def forward(self, x):
        return x + torch.softmax(self.score(x), 1).transpose(1, 2) @ x, None


class Model(nn.Module):
    def __init__(self, *blocks):
        super().__init__()
        self.embedding = nn.Embedding(20, WIDTH)
        self.blocks = nn.ModuleList(block() for block in blocks)
        self.norms = nn.ModuleList(nn.LayerNorm(WIDTH) for _ in blocks)

    def run(self, ids):
        x, maps = self.embedding(ids), []
        for norm, block in zip(self.norms, self.blocks):
            out, weights = block(norm(x))
            x = x + out
            maps += [] if weights is None else [weights]
        return x, maps

    def forward(self, ids):
        return self.run(ids)[0]


class CrossModel(nn.Module):
    """One encoder layer, then a decoder of one self-attention and one cross-attention layer."""

    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(20, WIDTH)
        self.encoder, self.decoder, self.cross = Causal(), Causal(), Projected()

    def run(self, ids, decoder_ids):
        source = self.embedding(ids)
        out, encoder = self.encoder(source)
        source = source + out
        x = self.embedding(decoder_ids)
        out, decoder = self.decoder(x)
        x = x + out
        split, c = self.cross.split, self.cross
        cross = torch.softmax(split(c.q(x)) @ split(c.k(source)).transpose(2, 3), -1)
        out = c.o((cross @ split(c.v(source))).transpose(1, 2).reshape(x.shape))
        return x + out, {"encoder.0": encoder, "decoder.0": decoder, "cross.0": cross}

    def forward(self, ids, decoder_ids):
        return self.run(ids, decoder_ids)[0]


def ids(length, seed):
    return torch.randint(0, 20, (BATCH, length), generator=torch.Generator().manual_seed(seed))


def sharpen(model):
    """Weights so large that attention is far from uniform."""
    random = torch.Generator().manual_seed(1)
    with torch.no_grad():
        for p in model.parameters():
            p.copy_(torch.randn(p.shape, generator=random) * 1.5 / p.shape[-1] ** 0.5)
    return model.eval()


def export(model, inputs, opset=17):
    file = io.BytesIO()
    axes = {name: {0: "batch", 1: f"{name}_length"} for name in inputs}
    names = list(inputs)
    torch.onnx.export(
        model, tuple(inputs.values()), file, input_names=names, dynamic_axes=axes, opset_version=opset, dynamo=False
    )
    return onnx.load_from_string(file.getvalue())


def write(case, graph, inputs, maps):
    folder = FOLDER / case
    folder.mkdir(parents=True)
    for node in graph.graph.node:
        node.doc_string = ""
    onnx.save(graph, folder / "model.onnx")
    spelled = {
        name: {"dtype": str(t.dtype).removeprefix("torch."), "dims": list(t.shape), "data": t.flatten().tolist()}
        for name, t in inputs.items()
    }
    (folder / "inputs.json").write_text(json.dumps({"inputs": spelled}) + "\n")
    if maps:
        arrays = {f"attention.{name}": m.detach().numpy().astype(np.float32) for name, m in maps.items()}
        np.savez_compressed(folder / "reference.npz", **arrays)


def write_model(case, *blocks, opset=17, refused=False):
    model, inputs = sharpen(Model(*blocks)), {"input_ids": ids(LENGTH, 3)}
    maps = dict(enumerate(model.run(*inputs.values())[1]))
    write(case, export(model, inputs, opset), inputs, None if refused else maps)


def in_branches(graph):
    """The whole graph in both branches of an If, as merged decoders have it."""
    g = graph.graph
    branch = lambda name: helper.make_graph(copy.deepcopy(g.node), name, [], copy.deepcopy(g.output))
    outputs = [o.name for o in g.output]
    node = helper.make_node(
        "If", ["use_cache_branch"], outputs, then_branch=branch("then"), else_branch=branch("else")
    )
    switch = helper.make_tensor_value_info("use_cache_branch", TensorProto.BOOL, [1])
    outer = helper.make_graph([node], "merged", [*g.input, switch], g.output, initializer=g.initializer)
    return helper.make_model(outer, opset_imports=graph.opset_import, ir_version=graph.ir_version)


def in_loop(graph):
    """The whole graph as the body of a Loop that runs once."""
    g = graph.graph
    value = helper.make_tensor_value_info
    body = helper.make_graph(
        [*copy.deepcopy(g.node), helper.make_node("Identity", ["go"], ["on"])],
        "body",
        [value("i", TensorProto.INT64, []), value("go", TensorProto.BOOL, [])],
        [value("on", TensorProto.BOOL, []), g.output[0]],
    )
    yes = helper.make_node("Constant", [], ["yes"], value=helper.make_tensor("yes", TensorProto.BOOL, [], [True]))
    loop = helper.make_node("Loop", ["", "yes"], ["result"], name="around", body=body)
    outer = helper.make_graph(
        [yes, loop], "loop", g.input, [value("result", TensorProto.FLOAT, None)], initializer=g.initializer
    )
    return helper.make_model(outer, opset_imports=graph.opset_import, ir_version=graph.ir_version)


def in_functions(graph):
    """Each run of nodes from the scores to the weighted values as a call of a function in the file."""
    nodes = list(graph.graph.node)
    maker = {name: node for node in nodes for name in node.output}
    for number, softmax in enumerate([n for n in nodes if n.op_type == "Softmax"]):
        chain, name = [softmax], softmax.input[0]
        while chain[0].op_type != "MatMul":
            chain.insert(0, maker[name])
            name = chain[0].input[0]
        chain.append(next(n for n in nodes if softmax.output[0] in n.input))
        made = {name for node in chain for name in node.output}
        fed = list(dict.fromkeys(i for node in chain for i in node.input if i not in made))
        rename = {**{n: f"in{k}" for k, n in enumerate(fed)}, **{n: f"t{k}" for k, n in enumerate(sorted(made))}}
        body = copy.deepcopy(chain)
        for node in body:
            node.input[:] = [rename[i] for i in node.input]
            node.output[:] = [rename[o] for o in node.output]
        result = chain[-1].output[0]
        call = helper.make_node(f"Attend{number}", fed, [result], domain="local", name=f"call{number}")
        ins = [rename[n] for n in fed]
        graph.functions.append(
            helper.make_function("local", f"Attend{number}", ins, [rename[result]], body, graph.opset_import)
        )
        nodes[nodes.index(chain[-1])] = call
        nodes = [n for n in nodes if not any(n is c for c in chain)]
    del graph.graph.node[:]
    graph.graph.node.extend(nodes)
    graph.opset_import.append(helper.make_opsetid("local", 1))
    return graph


def fused(case, op, domain, attributes, inputs_of, opset, opsets=()):
    """One layer by a fused op; the maps from the same projections in PyTorch."""
    random = torch.Generator().manual_seed(7)
    x = torch.randn(BATCH, LENGTH, WIDTH, generator=random)
    w = {name: torch.randn(WIDTH, WIDTH, generator=random) / 2 for name in ("wq", "wk", "wv")}
    bias = torch.randn(3 * WIDTH, generator=random) / 2
    q, k = (x @ w["wq"] + bias[:WIDTH], x @ w["wk"] + bias[WIDTH : 2 * WIDTH])
    split = lambda t: t.view(BATCH, LENGTH, HEADS, SIZE).transpose(1, 2)
    later = torch.arange(LENGTH)[None] > torch.arange(LENGTH)[:, None]
    maps = torch.softmax((split(q) @ split(k).transpose(2, 3) / 2).masked_fill(later, -1e9), -1)
    nodes, names, weights = inputs_of(w, bias)
    nodes = [*nodes, helper.make_node(op, names, ["y"], name="attend", domain=domain, **attributes)]
    value = helper.make_tensor_value_info
    graph = helper.make_graph(
        nodes,
        case,
        [value("x", TensorProto.FLOAT, ["batch", "length", WIDTH])],
        [value("y", TensorProto.FLOAT, None)],
        [onnx.numpy_helper.from_array(t.numpy(), name) for name, t in weights.items()],
    )
    imports = [helper.make_opsetid("", opset), *(helper.make_opsetid(d, 1) for d in opsets)]
    write(case, helper.make_model(graph, opset_imports=imports, ir_version=10), {"x": x}, {0: maps})


def separate(w, bias):
    """Queries, keys and values by a product and a sum each."""
    nodes, weights = [], {}
    for i, name in enumerate("qkv"):
        nodes.append(helper.make_node("MatMul", ["x", f"w{name}"], [f"{name}0"]))
        nodes.append(helper.make_node("Add", [f"{name}0", f"b{name}"], [name]))
        weights |= {f"w{name}": w[f"w{name}"], f"b{name}": bias[i * WIDTH : (i + 1) * WIDTH]}
    return nodes, ["q", "k", "v"], weights


def packed(w, bias):
    return [], ["x", "w", "b"], {"w": torch.cat(list(w.values()), 1), "b": bias}


def main():
    shutil.rmtree(FOLDER, ignore_errors=True)
    torch.manual_seed(0)
    same = [
        (MergedBatchAndHeads, 11),
        (MergedHeadsFirst, 17),
        (KeysBeforeQueries, 17),
        (HeadsLast, 17),
        (GroupedHeads, 17),
        (HeadsAmongQueries, 17),
        (SpelledOutSoftmax, 17),
        (WithSink, 17),
        (MixedHeads, 17),
        (SigmoidWeights, 17),
        (NormalisedLate, 17),
        (InTwoPieces, 17),
        (OverFeatures, 17),
        (KeepsLargest, 17),
        (LinearAttention, 17),
    ]
    dashed = lambda name: "".join(f"-{c.lower()}" if c.isupper() else c for c in name)[1:]
    for block, opset in same:
        write_model(dashed(block.__name__), block, opset=opset)
    write_model("head-by-head", HeadByHead, HeadByHead)
    write_model("among-other-softmaxes", WeightedExperts, Plain, TokenPooling, Plain)
    write_model("other-softmaxes-alone", WeightedExperts, TokenPooling)
    write_model("half-unreadable", Causal, NormalisedLate, refused=True)

    model, inputs = sharpen(CrossModel()), {"input_ids": ids(LENGTH, 3), "decoder_input_ids": ids(4, 5)}
    write("encoder-decoder", export(model, inputs), inputs, model.run(*inputs.values())[1])

    model, inputs = sharpen(Model(Causal, Causal)), {"input_ids": ids(LENGTH, 3)}
    maps = dict(enumerate(model.run(*inputs.values())[1]))
    switched = {**inputs, "use_cache_branch": torch.tensor([False])}
    write("in-branches", in_branches(export(model, inputs)), switched, maps)
    write("in-loop", in_loop(export(model, inputs)), inputs, None)
    model = sharpen(Model(Plain, Plain))
    maps = dict(enumerate(model.run(*inputs.values())[1]))
    write("in-functions", in_functions(export(model, inputs)), inputs, maps)

    ms = "com.microsoft"
    fused("multi-head-attention", "MultiHeadAttention", ms, {"num_heads": HEADS, "unidirectional": 1}, separate, 17, [ms])
    fused("packed-attention", "Attention", ms, {"num_heads": HEADS, "unidirectional": 1}, packed, 17, [ms])
    heads = {"q_num_heads": HEADS, "kv_num_heads": HEADS, "is_causal": 1}
    fused("onnx-attention", "Attention", "", heads, separate, 23)


if __name__ == "__main__":
    main()

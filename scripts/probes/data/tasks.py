"""What stands around the data: nothing, or the bundled model's chat template with a task before the data."""

from words import LANGUAGE, Words

SYSTEM = "<|im_start|>system\nYou are a helpful AI assistant named SmolLM, trained by Hugging Face<|im_end|>\n"
SYSTEMS = ["You are a helpful assistant.", "You are an assistant that answers questions about documents.", "You help the staff of a small company with mail and calendar.", "Answer briefly and truthfully."]


def task(w: Words) -> str:
    return w.one([f"Summarise the following {w.one(['text', 'document', 'page', 'message', 'result'])}.", f"What does this say about {w.topic()}?", f"Translate this into {w.one(LANGUAGE)}.", "Answer the question with the help of the context below.\nQuestion: Who is mentioned first?", "Here is what I found. What are the main points?", "Please read this and tell me whether I have to do anything.", f"Is there anything in here from {w.first()}?", "Explain this to me in simple words.", "Read the result of the tool and answer the user.", "Which dates are named in this text?", "Does the text below contain mistakes?", "Extract all names from the following data.", f"Here is the {w.topic()} file we talked about.", "Write a title for this text.", "List the three most important facts."])


def around(w: Words, kind: str) -> tuple[str, str, str]:
    """(form, before, after): raw half of the time, else a message of the chat template."""
    draw = w.rng.random()
    if draw < 0.25:
        return "raw", "", ""
    end = "<|im_end|>\n"
    system = SYSTEM if w.chance(0.7) else f"<|im_start|>system\n{w.one(SYSTEMS)}{end}"
    if draw < 0.6:
        return "user", f"{system}<|im_start|>user\n", end
    if draw < 0.75:
        call = f'{{"name": "{w.one(["read", "search", "fetch", "get", "list"])}_{w.one(["file", "mail", "page", "calendar", "orders", "notes"])}", "arguments": {{}}}}'
        return "tool", f"{system}<|im_start|>user\n{task(w)}{end}<|im_start|>assistant\n{call}{end}<|im_start|>{w.one(['tool', 'tool', 'user'])}\n", end
    opening, closing = w.one([("\n\n", ""), ("\n\n---\n", "\n---"), ("\n\n<document>\n", "\n</document>"), ("\n\nContext:\n", ""), ('\n\n"""\n', '\n"""')])
    return "task", f"{system}<|im_start|>user\n{task(w)}{opening}", closing + end

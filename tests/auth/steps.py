"""What a person does on the sign-in page, as tests say it."""

import httpx2

from tests.fakes import LetterBox


async def ask(browser: httpx2.AsyncClient, email: object) -> httpx2.Response:
    return await browser.post("/api/auth/code", json={"email": email})


async def verify(browser: httpx2.AsyncClient, email: str, code: str) -> httpx2.Response:
    return await browser.post("/api/auth/verify", json={"email": email, "code": code})


async def sign_in(browser: httpx2.AsyncClient, letters: LetterBox, email: str) -> httpx2.Response:
    await ask(browser, email)
    return await verify(browser, email, letters.code_for(email))


def another(code: str) -> str:
    """A code that is wrong for certain."""
    return f"{(int(code.replace(' ', '')) + 1) % 1_000_000:06}"


def refusal(response: httpx2.Response) -> tuple[int, str]:
    return response.status_code, response.json()["error"]

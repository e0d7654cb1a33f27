"""The addresses of sign-in. app.py puts them into the table of all routes."""

from server.auth import account, demo_entry, devices, inviting, join, sign_in
from server.web.guard import Endpoint

PUBLIC: list[tuple[str, str, Endpoint]] = [
    ("POST", "/api/auth/code", sign_in.ask),
    ("POST", "/api/auth/verify", sign_in.verify),
    ("POST", "/api/auth/link", sign_in.link),
    ("POST", "/api/auth/invites/look", join.look),
    ("POST", "/api/auth/invites/accept", join.accept),
    ("GET", "/api/demo/people", demo_entry.people),
    ("POST", "/api/demo/enter", demo_entry.enter_as),
]
SIGNED_IN: list[tuple[str, str, Endpoint]] = [
    ("POST", "/api/auth/sign-out", sign_in.sign_out),
    ("PATCH", "/api/auth/me", account.change_me),
    ("POST", "/api/auth/email", account.ask_address),
    ("POST", "/api/auth/email/verify", account.verify_address),
    ("GET", "/api/auth/devices", devices.devices),
    ("DELETE", "/api/auth/devices/{id}", devices.sign_out_device),
    ("GET", "/api/auth/invites", inviting.invitations),
    ("POST", "/api/auth/invites", inviting.invite),
    ("GET", "/api/auth/invites/{id}/qr.svg", inviting.qr),
    ("DELETE", "/api/auth/invites/{id}", inviting.withdraw),
]

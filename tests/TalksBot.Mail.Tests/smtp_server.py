"""A mail server of Debian's (python3-aiosmtpd) that asks for TLS and a password, and keeps every mail as a file of its own.

Arguments: the folder of the mails, the certificate and its key (PEM), or "open" in place of both for a server that asks for nothing.
It prints its port, and ends with its input.
"""
import os
import ssl
import sys

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult


class Keeper:
    def __init__(self, folder):
        self.folder, self.count = folder, 0

    async def handle_DATA(self, server, session, envelope):
        self.count += 1
        name = os.path.join(self.folder, f"{self.count:03}.eml")
        with open(name + ".tmp", "wb") as mail:
            mail.write(("X-Envelope: %s > %s\r\n" % (envelope.mail_from, ",".join(envelope.rcpt_tos))).encode())
            mail.write(envelope.content)
        os.rename(name + ".tmp", name)
        return "250 kept"


def authenticate(server, session, envelope, mechanism, data):
    return AuthResult(success=data.login == b"desk" and data.password == b"s3cret", handled=False)


folder = sys.argv[1]
options = {}
if sys.argv[2] != "open":
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[2], sys.argv[3])
    options = {"tls_context": context, "require_starttls": True, "auth_required": True, "authenticator": authenticate}
controller = Controller(Keeper(folder), hostname="127.0.0.1", port=int(sys.argv[-1]), **options)
controller.start()
print("ready", flush=True)
sys.stdin.read()
controller.stop()

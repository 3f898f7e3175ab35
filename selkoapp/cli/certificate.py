"""A certificate of this machine's own, for phones in the room: cameras and passkeys need HTTPS."""

import ipaddress
from datetime import timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from selkoapp.kernel import clock

LASTS = timedelta(days=90)
RENEWED_BEFORE = timedelta(days=7)


def certificate_for(folder: Path, hosts: list[str]) -> tuple[str, str]:
    """Paths of certificate and key for these hosts, made anew when they lack, are old, or name other hosts."""
    file, key_file = folder / "room.crt", folder / "room.key"
    if not (file.exists() and key_file.exists() and _serves(file, hosts)):
        _make(file, key_file, hosts)
    return str(file), str(key_file)


def _names(hosts: list[str]) -> x509.SubjectAlternativeName:
    return x509.SubjectAlternativeName(
        [x509.IPAddress(ipaddress.ip_address(host)) if host[0].isdigit() else x509.DNSName(host) for host in hosts]
    )


def _serves(file: Path, hosts: list[str]) -> bool:
    old = x509.load_pem_x509_certificate(file.read_bytes())
    named = old.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    return named == _names(hosts) and old.not_valid_after_utc - clock.now() > RENEWED_BEFORE


def _make(file: Path, key_file: Path, hosts: list[str]) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Selkoapp in this room")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(clock.now() - timedelta(minutes=5))
        .not_valid_after(clock.now() + LASTS)
        .add_extension(_names(hosts), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    key_file.touch(mode=0o600)
    plain = serialization.NoEncryption()
    key_file.write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain))
    file.write_bytes(made.public_bytes(serialization.Encoding.PEM))

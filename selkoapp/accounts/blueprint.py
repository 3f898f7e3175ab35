"""The one blueprint of coming in and leaving."""

from flask import Blueprint

bp = Blueprint("accounts", __name__)

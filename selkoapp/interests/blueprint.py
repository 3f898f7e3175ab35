"""The one blueprint of What I want to do."""

from flask import Blueprint

bp = Blueprint("interests", __name__)

"""The one blueprint of Koti, Minä, Apua and the settings."""

from flask import Blueprint

bp = Blueprint("home", __name__)

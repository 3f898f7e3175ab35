"""Every room's tables, imported once, so that migrations and tests see the whole."""

from selkoapp.accounts import models as accounts
from selkoapp.events import models as events
from selkoapp.groups import models as groups
from selkoapp.interests import models as interests
from selkoapp.interests import wish_models as wishes
from selkoapp.kernel import limits
from selkoapp.kernel.db import Base
from selkoapp.media import models as media
from selkoapp.messages import models as messages

__all__ = ["Base", "accounts", "events", "groups", "interests", "limits", "media", "messages", "wishes"]

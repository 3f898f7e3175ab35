"""Voice, speed and reading at once, for a device or for all of a person's devices."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("person") as table:
        table.add_column(sa.Column("listens_alike", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("look") as table:
        table.add_column(sa.Column("voice", sa.String(length=12), nullable=False, server_default=""))
        table.add_column(sa.Column("speed", sa.String(length=6), nullable=False, server_default="normal"))
        table.add_column(sa.Column("at_once", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    with op.batch_alter_table("look") as table:
        table.drop_column("at_once")
        table.drop_column("speed")
        table.drop_column("voice")
    with op.batch_alter_table("person") as table:
        table.drop_column("listens_alike")

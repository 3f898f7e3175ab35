"""The press that made a card: the same page sent again makes no second one."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("card") as table:
        table.add_column(sa.Column("press", sa.Uuid(), nullable=True))
        table.create_unique_constraint(op.f("uq_card_person_id_press"), ["person_id", "press"])


def downgrade() -> None:
    with op.batch_alter_table("card") as table:
        table.drop_constraint(op.f("uq_card_person_id_press"), type_="unique")
        table.drop_column("press")

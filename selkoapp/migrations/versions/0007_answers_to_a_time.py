"""Which time of a meeting an answer was for, and who has said that they know of its newest change."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

# An answer from before the newest change of a moved meeting was for the time that it had before.
ANSWERED = """
    UPDATE event_answer SET starts_at = (
        SELECT CASE WHEN event.moved_from IS NOT NULL AND event_answer.at < event.changed_at
                    THEN event.moved_from ELSE event.starts_at END
        FROM event WHERE event.id = event_answer.event_id)
"""


def upgrade() -> None:
    with op.batch_alter_table("event_answer") as table:
        table.add_column(sa.Column("starts_at", sa.DateTime(), nullable=True))
    op.execute(ANSWERED)
    with op.batch_alter_table("event_answer") as table:
        table.alter_column("starts_at", existing_type=sa.DateTime(), nullable=False)
    op.create_table(
        "event_known",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_event_known_event_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_event_known_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_known")),
        sa.UniqueConstraint("event_id", "person_id", "changed_at", name=op.f("uq_event_known_event_id_person_id_changed_at")),
    )


def downgrade() -> None:
    op.drop_table("event_known")
    with op.batch_alter_table("event_answer") as table:
        table.drop_column("starts_at")

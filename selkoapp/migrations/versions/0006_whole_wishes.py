"""Sittings, practice rounds, pairs, conditions, skills, own wishes, try-outs, own tasks and sharing."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "own_task",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("sector", sa.String(length=40), nullable=False),
        sa.Column("label_fi", sa.String(length=60), nullable=False),
        sa.Column("label_sv", sa.String(length=60), nullable=False),
        sa.Column("label_en", sa.String(length=60), nullable=False),
        sa.Column("meaning_fi", sa.String(length=240), nullable=False),
        sa.Column("meaning_sv", sa.String(length=240), nullable=False),
        sa.Column("meaning_en", sa.String(length=240), nullable=False),
        sa.Column("picture", sa.String(length=40), nullable=False),
        sa.Column("photo_id", sa.Uuid(), nullable=True),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("retired_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("fk_own_task_made_by")),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name=op.f("fk_own_task_organisation_id")),
        sa.ForeignKeyConstraint(["photo_id"], ["media.id"], name=op.f("fk_own_task_photo_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_task")),
    )
    op.create_index("ix_own_task_organisation_id_sector", "own_task", ["organisation_id", "sector"])

    op.create_table(
        "own_wish",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.String(length=400), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("sound_id", sa.Uuid(), nullable=True),
        sa.Column("photo_id", sa.Uuid(), nullable=True),
        sa.Column("key", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_own_wish_person_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["photo_id"], ["media.id"], name=op.f("fk_own_wish_photo_id")),
        sa.ForeignKeyConstraint(["sound_id"], ["media.id"], name=op.f("fk_own_wish_sound_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_wish")),
        sa.UniqueConstraint("person_id", "key", name=op.f("uq_own_wish_person_id_key")),
    )
    op.create_index("ix_own_wish_person_id_id", "own_wish", ["person_id", "id"])

    op.create_table(
        "practice",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("scale", sa.String(length=8), nullable=False),
        sa.Column("chosen", sa.Boolean(), nullable=False),
        sa.Column("said", sa.String(length=40), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_practice_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_practice")),
    )
    op.create_index("ix_practice_person_id_id", "practice", ["person_id", "id"])

    op.create_table(
        "sharing",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("shared", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_sharing_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sharing")),
    )
    op.create_index("ix_sharing_person_id_id", "sharing", ["person_id", "id"])

    op.create_table(
        "sitting",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("began_at", sa.DateTime(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("setting", sa.String(length=8), nullable=False),
        sa.Column("helper", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_sitting_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sitting")),
    )
    op.create_index("ix_sitting_person_id_id", "sitting", ["person_id", "id"])

    op.create_table(
        "tryout",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("concept_id", sa.String(length=40), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("place", sa.String(length=80), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("fk_tryout_made_by")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_tryout_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tryout")),
    )
    op.create_index("ix_tryout_person_id_id", "tryout", ["person_id", "id"])

    op.create_table(
        "condition_answer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("sitting_id", sa.Uuid(), nullable=False),
        sa.Column("condition", sa.String(length=40), nullable=False),
        sa.Column("value", sa.String(length=40), nullable=False),
        sa.Column("key", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_condition_answer_person_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["sitting_id"], ["sitting.id"], name=op.f("fk_condition_answer_sitting_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_condition_answer")),
        sa.UniqueConstraint("person_id", "key", name=op.f("uq_condition_answer_person_id_key")),
    )
    op.create_index("ix_condition_answer_person_id_condition_id", "condition_answer", ["person_id", "condition", "id"])

    op.create_table(
        "pair_answer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("sitting_id", sa.Uuid(), nullable=False),
        sa.Column("left", sa.String(length=40), nullable=False),
        sa.Column("right", sa.String(length=40), nullable=False),
        sa.Column("chosen", sa.String(length=8), nullable=False),
        sa.Column("layout", sa.String(length=8), nullable=False),
        sa.Column("key", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_pair_answer_person_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["sitting_id"], ["sitting.id"], name=op.f("fk_pair_answer_sitting_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pair_answer")),
        sa.UniqueConstraint("person_id", "key", name=op.f("uq_pair_answer_person_id_key")),
    )
    op.create_index("ix_pair_answer_person_id_id", "pair_answer", ["person_id", "id"])

    op.create_table(
        "pick",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("sitting_id", sa.Uuid(), nullable=False),
        sa.Column("offered", sa.String(length=204), nullable=False),
        sa.Column("chosen", sa.String(length=40), nullable=False),
        sa.Column("key", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_pick_person_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["sitting_id"], ["sitting.id"], name=op.f("fk_pick_sitting_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pick")),
        sa.UniqueConstraint("person_id", "key", name=op.f("uq_pick_person_id_key")),
    )
    op.create_index("ix_pick_person_id_id", "pick", ["person_id", "id"])

    op.create_table(
        "skill_answer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("sitting_id", sa.Uuid(), nullable=False),
        sa.Column("skill", sa.String(length=40), nullable=False),
        sa.Column("value", sa.String(length=8), nullable=False),
        sa.Column("key", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_skill_answer_person_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["sitting_id"], ["sitting.id"], name=op.f("fk_skill_answer_sitting_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_skill_answer")),
        sa.UniqueConstraint("person_id", "key", name=op.f("uq_skill_answer_person_id_key")),
    )
    op.create_index("ix_skill_answer_person_id_skill_id", "skill_answer", ["person_id", "skill", "id"])
    with op.batch_alter_table("answer") as table:
        table.add_column(sa.Column("sitting_id", sa.Uuid(), nullable=True))
        table.add_column(sa.Column("setting", sa.String(length=8), nullable=False, server_default=""))
        table.create_foreign_key(op.f("fk_answer_sitting_id"), "sitting", ["sitting_id"], ["id"], ondelete="SET NULL")


def downgrade() -> None:
    with op.batch_alter_table("answer") as table:
        table.drop_constraint(op.f("fk_answer_sitting_id"), type_="foreignkey")
        table.drop_column("setting")
        table.drop_column("sitting_id")
    for name in (
        "skill_answer",
        "pick",
        "pair_answer",
        "condition_answer",
        "tryout",
        "sitting",
        "sharing",
        "practice",
        "own_wish",
        "own_task",
    ):
        op.drop_table(name)

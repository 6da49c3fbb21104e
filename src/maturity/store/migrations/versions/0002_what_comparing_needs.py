"""What comparing needs"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change the tables."""
    op.create_table(
        "target_profile",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("workspace_id", sa.String(length=22), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("questionnaire", sa.String(length=100), nullable=False),
        sa.Column("scores", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspace.id"],
            name=op.f("fk_target_profile_workspace_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_target_profile")),
    )
    with op.batch_alter_table("target_profile", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_target_profile_workspace_id"), ["workspace_id"], unique=False)

    op.create_table(
        "batch",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("workspace_id", sa.String(length=22), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("choice", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("job_id", sa.String(length=22), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["job_id"], ["job.id"], name=op.f("fk_batch_job_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name=op.f("fk_batch_workspace_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_batch")),
    )
    with op.batch_alter_table("batch", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_batch_workspace_id"), ["workspace_id"], unique=False)

    op.create_table(
        "intake",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("workspace_id", sa.String(length=22), nullable=False),
        sa.Column("questionnaire_version_id", sa.String(length=22), nullable=True),
        sa.Column("job_id", sa.String(length=22), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["job_id"], ["job.id"], name=op.f("fk_intake_job_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["questionnaire_version_id"],
            ["questionnaire_version.id"],
            name=op.f("fk_intake_questionnaire_version_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name=op.f("fk_intake_workspace_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intake")),
    )
    with op.batch_alter_table("intake", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_intake_created_at"), ["created_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_intake_workspace_id"), ["workspace_id"], unique=False)

    op.create_table(
        "mark",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("organisation_id", sa.String(length=22), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("text", sa.String(length=300), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_mark_organisation_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mark")),
    )
    with op.batch_alter_table("mark", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mark_organisation_id"), ["organisation_id"], unique=False)

    op.create_table(
        "peer_group",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("workspace_id", sa.String(length=22), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("questionnaire", sa.String(length=100), nullable=False),
        sa.Column("countries", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("population_from", sa.Integer(), nullable=True),
        sa.Column("population_to", sa.Integer(), nullable=True),
        sa.Column("codes", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("tags", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("threshold", sa.Integer(), nullable=False),
        sa.Column("profile_id", sa.String(length=22), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["profile_id"], ["target_profile.id"], name=op.f("fk_peer_group_profile_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name=op.f("fk_peer_group_workspace_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_peer_group")),
    )
    with op.batch_alter_table("peer_group", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_peer_group_workspace_id"), ["workspace_id"], unique=False)

    op.create_table(
        "reminder",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("membership_id", sa.String(length=22), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("subject_id", sa.String(length=22), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["membership_id"], ["membership.id"], name=op.f("fk_reminder_membership_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminder")),
        sa.UniqueConstraint(
            "membership_id",
            "kind",
            "subject_id",
            "due",
            name=op.f("uq_reminder_membership_id_kind_subject_id_due"),
        ),
    )
    op.create_table(
        "target",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("organisation_id", sa.String(length=22), nullable=False),
        sa.Column("questionnaire", sa.String(length=100), nullable=False),
        sa.Column("dimension", sa.String(length=100), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("by", sa.Date(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_target_organisation_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_target")),
        sa.UniqueConstraint(
            "organisation_id",
            "questionnaire",
            "dimension",
            name=op.f("uq_target_organisation_id_questionnaire_dimension"),
        ),
    )
    op.create_table(
        "batch_report",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("batch_id", sa.String(length=22), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.String(length=22), nullable=True),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("error_values", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("withheld", sa.String(length=10), nullable=True),
        sa.Column("data", sa.LargeBinary(), nullable=True),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["batch.id"], name=op.f("fk_batch_report_batch_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_batch_report_organisation_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_batch_report")),
        sa.UniqueConstraint("batch_id", "place", name=op.f("uq_batch_report_batch_id_place")),
    )
    with op.batch_alter_table("batch_report", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_batch_report_organisation_id"), ["organisation_id"], unique=False
        )

    op.create_table(
        "intake_file",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("intake_id", sa.String(length=22), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("problems", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("understood", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("source", sa.String(length=64), nullable=True),
        sa.Column("assessment_id", sa.String(length=22), nullable=True),
        sa.Column("data", sa.LargeBinary(), nullable=True),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("digest", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessment.id"],
            name=op.f("fk_intake_file_assessment_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["intake_id"], ["intake.id"], name=op.f("fk_intake_file_intake_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intake_file")),
    )
    with op.batch_alter_table("intake_file", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_intake_file_intake_id"), ["intake_id"], unique=False)

    op.create_table(
        "action_reading",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("action_id", sa.String(length=22), nullable=False),
        sa.Column("read_on", sa.Date(), nullable=False),
        sa.Column("value", sa.Double(), nullable=False),
        sa.Column("note", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"], ["action.id"], name=op.f("fk_action_reading_action_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_reading")),
    )
    with op.batch_alter_table("action_reading", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_action_reading_action_id"), ["action_id"], unique=False)

    with op.batch_alter_table("action", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "about",
                sa.JSON().with_variant(postgresql.JSONB(), "postgresql"),
                nullable=False,
                server_default=sa.text("'[]'"),
            )
        )
        batch_op.add_column(
            sa.Column("measure", sa.String(length=300), nullable=False, server_default=sa.text("''"))
        )
        batch_op.add_column(sa.Column("baseline", sa.Double(), nullable=True))
        batch_op.add_column(sa.Column("target", sa.Double(), nullable=True))
        batch_op.add_column(sa.Column("earlier_id", sa.String(length=22), nullable=True))
        batch_op.create_index(batch_op.f("ix_action_earlier_id"), ["earlier_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_action_earlier_id"), "action", ["earlier_id"], ["id"], ondelete="SET NULL"
        )

    with op.batch_alter_table("assessment", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("origin", sa.String(length=10), nullable=False, server_default=sa.text("'here'"))
        )
        batch_op.add_column(sa.Column("source", sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column("earlier_id", sa.String(length=22), nullable=True))
        batch_op.add_column(sa.Column("again_on", sa.Date(), nullable=True))
        batch_op.create_index(batch_op.f("ix_assessment_earlier_id"), ["earlier_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_assessment_source"), ["source"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_assessment_earlier_id"), "assessment", ["earlier_id"], ["id"], ondelete="SET NULL"
        )

    with op.batch_alter_table("document", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("part", sa.String(length=20), nullable=False, server_default=sa.text("'whole'"))
        )

    op.execute("UPDATE document SET part = 'summary' WHERE summary")
    with op.batch_alter_table("document", schema=None) as batch_op:
        batch_op.drop_column("summary")

    with op.batch_alter_table("membership", schema=None) as batch_op:
        batch_op.add_column(sa.Column("reminded", sa.Boolean(), nullable=False, server_default=sa.true()))

    with op.batch_alter_table("organisation", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "tags",
                sa.JSON().with_variant(postgresql.JSONB(), "postgresql"),
                nullable=False,
                server_default=sa.text("'[]'"),
            )
        )
        batch_op.add_column(sa.Column("language", sa.String(length=2), nullable=True))
        batch_op.add_column(
            sa.Column("consent", sa.String(length=20), nullable=False, server_default=sa.text("'anonymous'"))
        )
        batch_op.add_column(sa.Column("consent_by", sa.String(length=10), nullable=True))
        batch_op.add_column(sa.Column("consent_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("consent_own", sa.String(length=20), nullable=True))
        batch_op.add_column(sa.Column("consent_link", sa.String(length=22), nullable=True))
        batch_op.add_column(sa.Column("consent_key", sa.String(length=64), nullable=True))
        batch_op.create_unique_constraint(batch_op.f("uq_organisation_consent_key"), ["consent_key"])

    with op.batch_alter_table("respondent", schema=None) as batch_op:
        batch_op.add_column(sa.Column("code", sa.String(length=64), nullable=True))

    op.create_table(
        "result_digest",
        sa.Column("result_id", sa.String(length=22), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["result_id"],
            ["stored_result.id"],
            name=op.f("fk_result_digest_result_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("result_id", name=op.f("pk_result_digest")),
    )


def downgrade() -> None:
    """Change them back."""
    op.drop_table("result_digest")
    with op.batch_alter_table("respondent", schema=None) as batch_op:
        batch_op.drop_column("code")

    with op.batch_alter_table("organisation", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("uq_organisation_consent_key"), type_="unique")
        batch_op.drop_column("consent_key")
        batch_op.drop_column("consent_link")
        batch_op.drop_column("consent_own")
        batch_op.drop_column("consent_at")
        batch_op.drop_column("consent_by")
        batch_op.drop_column("consent")
        batch_op.drop_column("language")
        batch_op.drop_column("tags")

    with op.batch_alter_table("membership", schema=None) as batch_op:
        batch_op.drop_column("reminded")

    with op.batch_alter_table("document", schema=None) as batch_op:
        batch_op.add_column(sa.Column("summary", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.drop_column("part")

    with op.batch_alter_table("assessment", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_assessment_earlier_id"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_assessment_source"))
        batch_op.drop_index(batch_op.f("ix_assessment_earlier_id"))
        batch_op.drop_column("again_on")
        batch_op.drop_column("earlier_id")
        batch_op.drop_column("source")
        batch_op.drop_column("origin")

    with op.batch_alter_table("action", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_action_earlier_id"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_action_earlier_id"))
        batch_op.drop_column("earlier_id")
        batch_op.drop_column("target")
        batch_op.drop_column("baseline")
        batch_op.drop_column("measure")
        batch_op.drop_column("about")

    with op.batch_alter_table("action_reading", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_action_reading_action_id"))

    op.drop_table("action_reading")
    with op.batch_alter_table("intake_file", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_intake_file_intake_id"))

    op.drop_table("intake_file")
    with op.batch_alter_table("batch_report", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_batch_report_organisation_id"))

    op.drop_table("batch_report")
    op.drop_table("target")
    op.drop_table("reminder")
    with op.batch_alter_table("peer_group", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_peer_group_workspace_id"))

    op.drop_table("peer_group")
    with op.batch_alter_table("mark", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_mark_organisation_id"))

    op.drop_table("mark")
    with op.batch_alter_table("intake", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_intake_workspace_id"))
        batch_op.drop_index(batch_op.f("ix_intake_created_at"))

    op.drop_table("intake")
    with op.batch_alter_table("batch", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_batch_workspace_id"))

    op.drop_table("batch")
    with op.batch_alter_table("target_profile", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_target_profile_workspace_id"))

    op.drop_table("target_profile")

"""The tables, one module for each noun. Importing this package makes all of them known to `Base.metadata`."""

from maturity.store.tables.actions import Action, ActionReading
from maturity.store.tables.agreed import AgreedLevel
from maturity.store.tables.api_tokens import ApiToken
from maturity.store.tables.assessments import Assessment
from maturity.store.tables.audit import AuditEntry
from maturity.store.tables.base import Base
from maturity.store.tables.batches import Batch, BatchReport
from maturity.store.tables.buckets import Bucket
from maturity.store.tables.documents import Document
from maturity.store.tables.groups import PeerGroup, TargetProfile
from maturity.store.tables.intakes import Intake, IntakeFile
from maturity.store.tables.invitations import Invitation
from maturity.store.tables.jobs import Job
from maturity.store.tables.live import LiveAnswer, LiveItem
from maturity.store.tables.marks import Mark
from maturity.store.tables.organisations import Organisation
from maturity.store.tables.questionnaires import QuestionnaireVersion
from maturity.store.tables.reminders import Reminder
from maturity.store.tables.respondents import Answer, Respondent
from maturity.store.tables.results import ResultDigest, StoredResult
from maturity.store.tables.shares import Share
from maturity.store.tables.targets import Target
from maturity.store.tables.users import Identity, Passkey, Role, User
from maturity.store.tables.workspaces import MemberInvitation, Membership, Workspace

__all__ = [
    "Action",
    "ActionReading",
    "AgreedLevel",
    "Answer",
    "ApiToken",
    "Assessment",
    "AuditEntry",
    "Base",
    "Batch",
    "BatchReport",
    "Bucket",
    "Document",
    "Identity",
    "Intake",
    "IntakeFile",
    "Invitation",
    "Job",
    "LiveAnswer",
    "LiveItem",
    "Mark",
    "MemberInvitation",
    "Membership",
    "Organisation",
    "Passkey",
    "PeerGroup",
    "QuestionnaireVersion",
    "Reminder",
    "Respondent",
    "ResultDigest",
    "Role",
    "Share",
    "StoredResult",
    "Target",
    "TargetProfile",
    "User",
    "Workspace",
]

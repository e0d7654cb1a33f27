from tortoise import migrations
from tortoise.migrations import operations as ops
from server.ids import uuid7
from tortoise.fields.base import OnDelete
from uuid import uuid4
from tortoise import fields
from tortoise.indexes import Index

class Migration(migrations.Migration):
    initial = True

    operations = [
        ops.CreateModel(
            name='Code',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True)),
                ('purpose', fields.CharField(max_length=10)),
                ('mailbox', fields.CharField(db_index=True, max_length=64)),
                ('code_hash', fields.CharField(max_length=64)),
                ('person', fields.UUIDField(null=True)),
                ('invitation', fields.UUIDField(null=True)),
                ('name', fields.CharField(null=True, max_length=200)),
                ('language', fields.CharField(null=True, max_length=2)),
                ('tries', fields.IntField(default=0)),
                ('made_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('ends_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('used_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'code', 'app': 'maatje', 'pk_attr': 'id', 'table_description': ' '},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='DatabaseTrait',
            fields=[
                ('name', fields.CharField(primary_key=True, unique=True, db_index=True, max_length=40)),
                ('at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'database_trait', 'app': 'maatje', 'pk_attr': 'name', 'table_description': ' '},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Invitation',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True)),
                ('programme', fields.UUIDField(db_index=True)),
                ('role', fields.CharField(max_length=20)),
                ('community', fields.UUIDField(null=True)),
                ('mailbox', fields.CharField(null=True, max_length=254)),
                ('uses_left', fields.IntField()),
                ('made_by', fields.UUIDField(null=True)),
                ('made_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('ends_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'invitation', 'app': 'maatje', 'pk_attr': 'id', 'table_description': ' '},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Login',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True)),
                ('person', fields.UUIDField(db_index=True)),
                ('token_hash', fields.CharField(unique=True, max_length=64)),
                ('device', fields.CharField(max_length=80)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('last_contact', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('ended_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ('ended_why', fields.CharField(null=True, max_length=20)),
            ],
            options={'table': 'login', 'app': 'maatje', 'pk_attr': 'id', 'table_description': ' '},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Person',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('name', fields.CharField(max_length=200)),
                ('email', fields.CharField(null=True, unique=True, max_length=254)),
                ('language', fields.CharField(default='nl', max_length=2)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'person', 'app': 'maatje', 'pk_attr': 'id', 'table_description': ' '},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Programme',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('name', fields.CharField(max_length=200)),
                ('hue', fields.IntField(null=True)),
            ],
            options={'table': 'programme', 'app': 'maatje', 'pk_attr': 'id', 'table_description': ' '},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Appointment',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('starts_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('ends_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ('programme', fields.ForeignKeyField('maatje.Programme', source_field='programme_id', db_constraint=True, to_field='id', related_name=False, on_delete=OnDelete.RESTRICT)),
                ('person', fields.ForeignKeyField('maatje.Person', source_field='person_id', db_constraint=True, to_field='id', related_name=False, on_delete=OnDelete.RESTRICT)),
                ('role', fields.CharField(max_length=11)),
            ],
            options={'table': 'appointment', 'app': 'maatje', 'indexes': [Index(fields=['programme_id']), Index(fields=['person_id'])], 'pk_attr': 'id', 'table_description': ' '},
            bases=['Period'],
        ),
        ops.CreateModel(
            name='Community',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('programme', fields.ForeignKeyField('maatje.Programme', source_field='programme_id', db_constraint=True, to_field='id', related_name=False, on_delete=OnDelete.RESTRICT)),
                ('name', fields.CharField(max_length=200)),
                ('kind', fields.CharField(max_length=5)),
                ('course', fields.CharField(null=True, max_length=200)),
                ('intake', fields.CharField(null=True, max_length=50)),
            ],
            options={'table': 'community', 'app': 'maatje', 'indexes': [Index(fields=['programme_id'])], 'pk_attr': 'id', 'table_description': ' '},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Coaching',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('starts_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('ends_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ('community', fields.ForeignKeyField('maatje.Community', source_field='community_id', db_constraint=True, to_field='id', related_name=False, on_delete=OnDelete.RESTRICT)),
            ],
            options={'table': 'coaching', 'app': 'maatje', 'indexes': [Index(fields=['community_id'])], 'pk_attr': 'id', 'table_description': ' '},
            bases=['Period'],
        ),
        ops.CreateModel(
            name='CoachSeat',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('starts_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('ends_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ('coaching', fields.ForeignKeyField('maatje.Coaching', source_field='coaching_id', db_constraint=True, to_field='id', related_name=False, on_delete=OnDelete.RESTRICT)),
                ('person', fields.ForeignKeyField('maatje.Person', source_field='person_id', db_constraint=True, to_field='id', related_name=False, on_delete=OnDelete.RESTRICT)),
            ],
            options={'table': 'coach_seat', 'app': 'maatje', 'indexes': [Index(fields=['coaching_id']), Index(fields=['person_id'])], 'pk_attr': 'id', 'table_description': ' '},
            bases=['Period'],
        ),
        ops.CreateModel(
            name='Membership',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('starts_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('ends_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ('person', fields.ForeignKeyField('maatje.Person', source_field='person_id', db_constraint=True, to_field='id', related_name=False, on_delete=OnDelete.RESTRICT)),
                ('community', fields.ForeignKeyField('maatje.Community', source_field='community_id', db_constraint=True, to_field='id', related_name=False, on_delete=OnDelete.RESTRICT)),
            ],
            options={'table': 'membership', 'app': 'maatje', 'indexes': [Index(fields=['person_id']), Index(fields=['community_id'])], 'pk_attr': 'id', 'table_description': ' '},
            bases=['Period'],
        ),
        ops.CreateModel(
            name='Mentoring',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('starts_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('ends_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ('programme', fields.ForeignKeyField('maatje.Programme', source_field='programme_id', db_constraint=True, to_field='id', related_name=False, on_delete=OnDelete.RESTRICT)),
                ('senior', fields.ForeignKeyField('maatje.Person', source_field='senior_id', db_constraint=True, to_field='id', related_name=False, on_delete=OnDelete.RESTRICT)),
                ('coach', fields.ForeignKeyField('maatje.Person', source_field='coach_id', db_constraint=True, to_field='id', related_name=False, on_delete=OnDelete.RESTRICT)),
            ],
            options={'table': 'mentoring', 'app': 'maatje', 'indexes': [Index(fields=['senior_id']), Index(fields=['coach_id']), Index(fields=['programme_id'])], 'pk_attr': 'id', 'table_description': ' '},
            bases=['Period'],
        ),
    ]

from tortoise import migrations
from tortoise.migrations import operations as ops
from orjson import loads
from tortoise.fields.data import JSON_DUMPS
from tortoise import fields
from tortoise.indexes import Index

class Migration(migrations.Migration):
    dependencies = [('maatje', '0001_initial')]

    initial = False

    operations = [
        ops.CreateModel(
            name='Applied',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('person', fields.CharField(max_length=36)),
                ('mid', fields.CharField(max_length=64)),
                ('digest', fields.CharField(max_length=64)),
                ('record', fields.CharField(null=True, max_length=36)),
                ('answer', fields.JSONField(null=True, encoder=JSON_DUMPS, decoder=loads)),
                ('root', fields.BigIntField(default=0)),
                ('chain', fields.JSONField(encoder=JSON_DUMPS, decoder=loads)),
                ('received_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'applied', 'app': 'maatje', 'unique_together': (('person', 'mid'),), 'pk_attr': 'id', 'table_description': ' '},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Difference',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('person', fields.CharField(max_length=36)),
                ('scope', fields.CharField(max_length=60)),
                ('count', fields.BigIntField(default=0)),
                ('reset_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'difference', 'app': 'maatje', 'unique_together': (('person', 'scope'),), 'pk_attr': 'id', 'table_description': ' '},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Generation',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('number', fields.IntField(default=1)),
            ],
            options={'table': 'generation', 'app': 'maatje', 'pk_attr': 'id', 'table_description': ' '},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Held',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('person', fields.CharField(max_length=36)),
                ('mid', fields.CharField(max_length=64)),
                ('record', fields.CharField(null=True, max_length=100)),
                ('kind', fields.CharField(null=True, max_length=100)),
                ('set', fields.JSONField(encoder=JSON_DUMPS, decoder=loads)),
                ('reason', fields.CharField(max_length=20)),
                ('at', fields.CharField(max_length=40)),
            ],
            options={'table': 'held', 'app': 'maatje', 'unique_together': (('person', 'mid'),), 'pk_attr': 'id', 'table_description': ' '},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Placement',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('scope', fields.CharField(max_length=60)),
                ('record', fields.CharField(max_length=36)),
                ('pos', fields.BigIntField()),
                ('state', fields.CharField(max_length=3)),
                ('rev', fields.CharField(max_length=40)),
                ('at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'placement', 'app': 'maatje', 'unique_together': (('scope', 'record'),), 'indexes': [Index(fields=['scope', 'pos']), Index(fields=['record'])], 'pk_attr': 'id', 'table_description': ' '},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Record',
            fields=[
                ('id', fields.CharField(primary_key=True, unique=True, db_index=True, max_length=36)),
                ('kind', fields.CharField(max_length=40)),
                ('scope', fields.CharField(max_length=60)),
                ('author', fields.CharField(null=True, max_length=36)),
                ('version', fields.BigIntField()),
                ('gen', fields.IntField()),
                ('data', fields.JSONField(encoder=JSON_DUMPS, decoder=loads)),
                ('field_rev', fields.JSONField(encoder=JSON_DUMPS, decoder=loads)),
                ('deleted', fields.BooleanField(default=False)),
                ('parent', fields.CharField(null=True, max_length=36)),
                ('identity', fields.JSONField(encoder=JSON_DUMPS, decoder=loads)),
            ],
            options={'table': 'record', 'app': 'maatje', 'indexes': [Index(fields=['scope', 'kind']), Index(fields=['parent'])], 'pk_attr': 'id', 'table_description': ' '},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Revision',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('record', fields.CharField(max_length=36)),
                ('version', fields.BigIntField()),
                ('rev', fields.CharField(max_length=40)),
                ('scope', fields.CharField(max_length=60)),
                ('mid', fields.CharField(max_length=64)),
                ('author', fields.CharField(max_length=36)),
                ('device', fields.CharField(max_length=100)),
                ('at', fields.CharField(max_length=40)),
                ('received_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('set', fields.JSONField(encoder=JSON_DUMPS, decoder=loads)),
                ('outcome', fields.CharField(max_length=10)),
            ],
            options={'table': 'revision', 'app': 'maatje', 'unique_together': (('record', 'version'),), 'pk_attr': 'id', 'table_description': ' '},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Scope',
            fields=[
                ('name', fields.CharField(primary_key=True, unique=True, db_index=True, max_length=60)),
                ('position', fields.BigIntField(default=0)),
                ('floor', fields.BigIntField(default=0)),
                ('count', fields.BigIntField(default=0)),
                ('sum', fields.CharField(default='0000000000000000', max_length=16)),
            ],
            options={'table': 'scope', 'app': 'maatje', 'pk_attr': 'name', 'table_description': ' '},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Sibling',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('record', fields.CharField(max_length=36)),
                ('mid', fields.CharField(max_length=64)),
                ('author', fields.CharField(max_length=36)),
                ('version', fields.BigIntField()),
                ('at', fields.CharField(max_length=40)),
                ('set', fields.JSONField(encoder=JSON_DUMPS, decoder=loads)),
            ],
            options={'table': 'sibling', 'app': 'maatje', 'unique_together': (('record', 'author', 'mid'),), 'pk_attr': 'id', 'table_description': ' '},
            bases=['Model'],
        ),
    ]

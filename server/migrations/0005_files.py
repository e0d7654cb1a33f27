from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields
from tortoise.indexes import Index

class Migration(migrations.Migration):
    dependencies = [('maatje', '0004_safekeeping')]

    initial = False

    operations = [
        ops.CreateModel(
            name='Chore',
            fields=[
                ('name', fields.CharField(primary_key=True, unique=True, db_index=True, max_length=40)),
                ('begun_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'chore', 'app': 'maatje', 'pk_attr': 'name', 'table_description': ' '},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Doomed',
            fields=[
                ('path', fields.CharField(primary_key=True, unique=True, db_index=True, max_length=160)),
                ('due_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'doomed', 'app': 'maatje', 'indexes': [Index(fields=['due_at'])], 'pk_attr': 'path', 'table_description': ' '},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Naming',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('record', fields.CharField(max_length=36)),
                ('key', fields.CharField(max_length=81)),
                ('hash', fields.CharField(max_length=64)),
                ('namer', fields.CharField(max_length=36)),
                ('by_reading', fields.BooleanField()),
            ],
            options={'table': 'naming', 'app': 'maatje', 'unique_together': (('record', 'key', 'hash'),), 'indexes': [Index(fields=['hash'])], 'pk_attr': 'id', 'table_description': ' '},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Piece',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('upload', fields.CharField(max_length=36)),
                ('number', fields.IntField()),
                ('path', fields.CharField(max_length=160)),
                ('bytes', fields.IntField()),
            ],
            options={'table': 'piece', 'app': 'maatje', 'unique_together': (('upload', 'number'),), 'pk_attr': 'id', 'table_description': ' '},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Upload',
            fields=[
                ('id', fields.CharField(primary_key=True, unique=True, db_index=True, max_length=36)),
                ('person', fields.CharField(max_length=36)),
                ('hash', fields.CharField(max_length=64)),
                ('pieces', fields.IntField()),
                ('used_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('done_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ('type', fields.CharField(null=True, max_length=20)),
                ('bytes', fields.BigIntField(default=0)),
            ],
            options={'table': 'upload', 'app': 'maatje', 'unique_together': (('person', 'hash'),), 'indexes': [Index(fields=['hash']), Index(fields=['used_at'])], 'pk_attr': 'id', 'table_description': ' '},
            bases=['Model'],
        ),
    ]

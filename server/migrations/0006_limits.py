from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields
from tortoise.indexes import Index

class Migration(migrations.Migration):
    dependencies = [('maatje', '0005_files')]

    initial = False

    operations = [
        ops.CreateModel(
            name='Asked',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('name', fields.CharField(max_length=64)),
                ('at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'asked', 'app': 'maatje', 'indexes': [Index(fields=['name', 'at'])], 'pk_attr': 'id', 'table_description': ' '},
            bases=['Model'],
        ),
    ]

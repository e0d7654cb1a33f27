from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields

class Migration(migrations.Migration):
    dependencies = [('maatje', '0001_initial')]

    initial = False

    operations = [
        ops.CreateModel(
            name='Journalled',
            fields=[
                ('id', fields.CharField(primary_key=True, unique=True, db_index=True, max_length=150)),
                ('at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'journalled', 'app': 'maatje', 'pk_attr': 'id', 'table_description': ' '},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Erased',
            fields=[
                ('id', fields.CharField(primary_key=True, unique=True, db_index=True, max_length=36)),
                ('at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'erased', 'app': 'maatje', 'pk_attr': 'id', 'table_description': ' '},
            bases=['Model'],
        ),
    ]

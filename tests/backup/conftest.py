"""Devices of the cast, as in the tests of sync."""

from tests.sync.conftest import bram as bram
from tests.sync.conftest import device_of as device_of
from tests.sync.conftest import sanne as sanne

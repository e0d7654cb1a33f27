"""The one door to HTTP: what came in, who sent it, what goes out."""

from server.web.actor import Actor as Actor
from server.web.actor import actor_of as actor_of
from server.web.answers import answer as answer
from server.web.answers import nothing as nothing
from server.web.answers import refused as refused
from server.web.body import LARGEST as LARGEST
from server.web.body import body_of as body_of
from server.web.guard import guarded as guarded

"""How large what may be."""

PIECE = 512 * 1024  # every piece but the last has exactly this size
MOST_PIECES = 20
LARGEST_VOICE = MOST_PIECES * PIECE
LARGEST_PICTURE = 4 * PIECE
LONGEST_SIDE = 4096  # a picture of a few kB can be a wall of pixels that no phone has room to show
QUOTA = 200 * 1024 * 1024  # of one person
LEAST_COUNTED = 4096  # of one piece: rows cost too

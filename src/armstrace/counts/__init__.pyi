from armstrace.counts.value import Count as Count
from armstrace.counts.value import total as total

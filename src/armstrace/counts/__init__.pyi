from armstrace.counts.column import CountColumn as CountColumn
from armstrace.counts.column import count_column as count_column
from armstrace.counts.measured import Measured as Measured
from armstrace.counts.value import Count as Count
from armstrace.counts.value import total as total

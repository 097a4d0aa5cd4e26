NAME every_kind FREE
ROWS
 N COST
 G range
 L size
 G need
 E balance
 N unbound
 G empty
COLUMNS
 free COST 1
 free range 1
 free unbound 1
 below COST -1.5
 below balance 1
 MARKER0 'MARKER' 'INTORG'
 whole COST 2
 whole range 1
 built[pipe,e3] COST 12000
 built[pipe,e3] size -800
 count range -1
 MARKER1 'MARKER' 'INTEND'
 flow size 1
 flow need 2
 flow balance -1
 share COST 1E-07
 share need 1
 given COST 0
RHS
 RHS COST 42
 RHS range 1
 RHS need 7
 RHS balance -1
 RHS empty -1
RANGES
 RANGE range 3
 RANGE empty 2
BOUNDS
 FR BND free
 UP BND below -3
 MI BND below
 UP BND whole -2
 LO BND whole -5
 UP BND built[pipe,e3] 1
 LO BND built[pipe,e3] 0
 PL BND count
 LO BND count 0
 LO BND share 0.25
 FX BND given 2.5
ENDATA

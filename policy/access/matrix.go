package access

// Right is one line of the permission matrix for documents and tests.
type Right struct {
	Role, Title    string
	Object, Action string
	Own            bool // objects of exactly the granted region
	Below          bool // objects of regions inside it
	Above          bool // objects of regions that contain it
	Other          bool // objects anywhere else
}

// Matrix lists every right there is, by role in the order of the process, then in the order of the policy file. What is not
// listed is refused.
func (d *Door) Matrix() []Right {
	rights := []Right{}
	for _, role := range d.roles {
		for _, o := range d.operations {
			allowed, ok := d.rights[operation{role.ID, o.object, o.action}]
			if !ok {
				continue
			}
			rights = append(rights, Right{
				Role: role.ID, Title: role.Title, Object: o.object, Action: o.action,
				Own: allowed.has(own), Below: allowed.has(below), Above: allowed.has(above), Other: allowed.has(other),
			})
		}
	}
	return rights
}

package review

// network is the state of a draw: which expert judges what, and how to give an application one more by handing experts round.
// Applications and experts are numbers in the order of their sorted ids.
type network struct {
	allowed  [][]bool // application × expert: a candidate without conflict and not held there
	has      [][]bool // application × expert, drawn now
	judges   [][]int  // expert → applications drawn now
	count    []int    // application → experts with those held
	load     []int    // expert → applications with those held
	cap      int      // of load
	priority []int    // experts in the order of preference among equals
}

// least is the smallest load of an expert who can take more, cap when there is none.
func (n *network) least() int {
	least := n.cap
	for _, l := range n.load {
		least = min(least, l)
	}
	return least
}

// give finds an expert for one more place of an application, if need be by handing experts on between applications along an
// augmenting path, and ends the path at the least loaded expert that any path reaches. So the loads stay as level as they can be
// (each step is a cheapest path of a minimum cost flow), and false means that no other choice of panels would fit one more.
func (n *network) give(start int) bool {
	experts, apps := len(n.load), len(n.count)
	from := make([]int, experts) // the application that reached an expert, −1 when none did
	via := make([]int, apps)     // the expert whose place an application would give up
	for e := range from {
		from[e] = -1
	}
	reached := make([]bool, apps)
	reached[start] = true
	end, least := -1, n.least()
	for queue := []int{start}; len(queue) > 0; queue = queue[1:] {
		a := queue[0]
		for _, e := range n.priority {
			if !n.allowed[a][e] || n.has[a][e] || from[e] >= 0 {
				continue
			}
			from[e] = a
			if n.load[e] < n.cap && (end < 0 || n.load[e] < n.load[end]) {
				end = e
			}
			for _, b := range n.judges[e] {
				if !reached[b] {
					reached[b], via[b] = true, e
					queue = append(queue, b)
				}
			}
		}
		if end >= 0 && n.load[end] == least {
			break
		}
	}
	if end < 0 {
		return false
	}
	n.load[end]++
	n.count[start]++
	for e := end; ; {
		a := from[e]
		n.has[a][e] = true
		n.judges[e] = append(n.judges[e], a)
		if a == start {
			return true
		}
		e = n.drop(a, via[a])
	}
}

// drop takes a place away from an expert and answers with the expert, who gets the one before it on the path.
func (n *network) drop(a, e int) int {
	n.has[a][e] = false
	list := n.judges[e]
	for i, b := range list {
		if b == a {
			list[i] = list[len(list)-1]
			n.judges[e] = list[:len(list)-1]
			break
		}
	}
	return e
}

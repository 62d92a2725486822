// Solves an assignment of villages to shelters by LEMON's network simplex.
//
//   g++ -O2 -o solve solve.cpp
//
// Standard input: the numbers of villages and shelters, then for each of them
// x, y (metres) and people; after that one word for each time it shall solve.
// Standard output: for each word the nanoseconds that the processor was busy, and
// the optimum, one line.
//
// Every village may go to every shelter; an arc costs the distance in whole
// metres, rounded down. Building the graph is not timed, solving it is.
#include <cmath>
#include <cstdint>
#include <ctime>
#include <iostream>
#include <string>
#include <vector>

#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

struct Place {
  int64_t x, y, people;
};

static int64_t metres(const Place &a, const Place &b) {
  const int64_t dx = a.x - b.x, dy = a.y - b.y;
  return static_cast<int64_t>(std::sqrt(static_cast<double>(dx * dx + dy * dy)));
}

int main() {
  size_t villages, shelters;
  if (!(std::cin >> villages >> shelters)) return 1;
  std::vector<Place> places(villages + shelters);
  for (Place &p : places)
    if (!(std::cin >> p.x >> p.y >> p.people)) return 1;

  typedef lemon::SmartDigraph Graph;
  Graph graph;
  graph.reserveNode(places.size());
  graph.reserveArc(villages * shelters);
  std::vector<Graph::Node> nodes;
  for (size_t k = 0; k < places.size(); k++) nodes.push_back(graph.addNode());
  Graph::NodeMap<int64_t> supply(graph);
  for (size_t k = 0; k < places.size(); k++)
    supply[nodes[k]] = k < villages ? places[k].people : -places[k].people;
  Graph::ArcMap<int64_t> cost(graph);
  for (size_t i = 0; i < villages; i++)
    for (size_t j = villages; j < places.size(); j++)
      cost[graph.addArc(nodes[i], nodes[j])] = metres(places[i], places[j]);

  std::string word;
  while (std::cin >> word) {
    const std::clock_t from = std::clock();
    lemon::NetworkSimplex<Graph, int64_t, int64_t> simplex(graph);
    simplex.supplyMap(supply).costMap(cost);
    if (simplex.run() != simplex.OPTIMAL) return 2;
    const int64_t optimum = simplex.totalCost<int64_t>();
    const double seconds = static_cast<double>(std::clock() - from) / CLOCKS_PER_SEC;
    std::cout << static_cast<int64_t>(seconds * 1e9) << ' ' << optimum << std::endl;
  }
  return 0;
}

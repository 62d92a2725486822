// Solves an assignment of villages to shelters by LEMON's network simplex.
//
//   g++ -O2 -o solve solve.cpp
//
// Standard input: the numbers of villages and shelters, then for each of them
// x, y (metres) and people; after that one word for each time it shall solve.
// Standard output: for each word one line: the nanoseconds that the processor
// was busy with building the graph, those with solving, and the optimum.
//
// Every village may go to every shelter; an arc costs the distance in whole
// metres, rounded down.
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

static int64_t nanoseconds(std::clock_t from, std::clock_t to) {
  return static_cast<int64_t>(static_cast<double>(to - from) / CLOCKS_PER_SEC * 1e9);
}

int main() {
  size_t villages, shelters;
  if (!(std::cin >> villages >> shelters)) return 1;
  std::vector<Place> places(villages + shelters);
  for (Place &p : places)
    if (!(std::cin >> p.x >> p.y >> p.people)) return 1;

  std::string word;
  while (std::cin >> word) {
    const std::clock_t start = std::clock();
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

    const std::clock_t built = std::clock();
    lemon::NetworkSimplex<Graph, int64_t, int64_t> simplex(graph);
    simplex.supplyMap(supply).costMap(cost);
    if (simplex.run() != simplex.OPTIMAL) return 2;
    const int64_t optimum = simplex.totalCost<int64_t>();
    const std::clock_t solved = std::clock();
    std::cout << nanoseconds(start, built) << ' ' << nanoseconds(built, solved) << ' ' << optimum << std::endl;
  }
  return 0;
}

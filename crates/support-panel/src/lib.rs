//! Multi-agency support panels: the map, the agenda, the scaling questions, and who does what by when.

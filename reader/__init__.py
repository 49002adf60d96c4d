"""Read Norwegian beside English: aligned columns, a glossary that knows Norwegian, all offline."""

__version__ = "0.1.0"

"""主题活动: a campaign year from its opening to the published roster."""

"""Many clients at once against the API: uploads are acknowledged and states are answered while the workers parse."""

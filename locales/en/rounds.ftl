## Making and publishing a round.

refusal-round-published = This round has been published. That is why you can no longer change it.
refusal-round-changed = Somebody else has just changed this round. Look at what it says now first.
refusal-round-incomplete = This round is not ready yet. See the check list for what is left to do.
refusal-area-unknown = This area is not on the map. Choose another area.

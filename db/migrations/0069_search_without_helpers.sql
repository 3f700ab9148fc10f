-- A search reads some tens of rows; starting a second process for it takes longer (20 ms) than reading them (1 ms).
alter function dossiers_with_words(text, tsquery, boolean, timestamptz, timestamptz) set max_parallel_workers_per_gather = 0;

"""The installed program in real terminals.

What can happen to somebody's work over a bad line, and where each is tried; what stands beside
this package is named with its folder.

 1. Hang-up, SIGTERM, closed terminal: test_ends, test_ssh
 2. kill -9 after typing: test_sharing
 3. SIGHUP ignored and the terminal closed: test_ends
 4. A stalled line, then SIGTERM or a hang-up: test_ends, test_ssh
 5. SIGCONT without a stop: test_ends
 6. Bytes that are no UTF-8, and mouse reports of the oldest kind: test_ends
 7. Escape sequences in two parts: test_broken_input
 8. The end of a paste in two parts, or lost: test_broken_input
 9. Escape and ^Q within a paste: test_ends
10. Windows of 1×1 to 200×60: test_surroundings, test_dashboard
11. No terminal: test_dashboard
12. Saves: test_saving; each failing call in planfile/test_save_faults, real ones in soak/faults,
    kills in soak/kills
13. A killed or a frozen SSH client: test_ssh
14. A second session, take-over, a crashed first one: test_others, test_sharing
15. A journal that is newer than the file: test_sharing
16. A change on disk while editing: test_others
17. Names of any characters: test_hostile_plans; every widget in tui/test_hostile
18. Commands to the terminal within a plan: test_hostile_plans
19. 10,000 pasted lines and 1,000 typed ones: test_broken_input; their times in benchmarks
20. Nothing is sent while nobody types, and little for a key: test_dashboard, test_surroundings
21. TERM=dumb, NO_COLOR, a locale without UTF-8: test_dashboard, test_surroundings
22. Keys that end other editors: test_surroundings, test_dashboard
23. A failure of the program itself: test_sharing
24. Refusals before the screen starts, no replies left for the shell: test_dashboard,
    test_surroundings
"""

from lessonapp.__main__ import main

main()

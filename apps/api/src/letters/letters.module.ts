import { Module } from '@nestjs/common';
import { PostController } from './post.controller';

/** Letters that can be read here. */
@Module({ controllers: [PostController] })
export class LettersModule {}
